import { type ExternalAccessPolicy, type PublicProvider, type Snapshot, findUser } from '../deployment/deployment.ts';
import { type Properties, type Subject, subjectKey } from '../plan/change.ts';

/** A deployment in which one object has these properties instead of those that it had; `null`: the object is gone. */
export function snapshotWith(live: Snapshot, subject: Subject, properties: Properties | null): Snapshot {
  switch (subject.type) {
    case 'access-edge': {
      const { accessEdgeConfiguration: edge } = live;
      return { ...live, accessEdgeConfiguration: edge && { ...edge, ...properties } };
    }
    case 'provider':
      return { ...live, publicProviders: listWith(live.publicProviders, subject, properties, NEW_PROVIDER) };
    case 'policy':
      return {
        ...live,
        externalAccessPolicies: listWith(live.externalAccessPolicies, subject, properties, NEW_POLICY),
      };
    case 'user': {
      const changed = findUser(live.users, subject.identity);
      return { ...live, users: live.users.map((user) => (user === changed ? { ...user, ...properties } : user)) };
    }
  }
}

/** What an object has beside the properties that are named for it, where it was not there. */
const NEW_PROVIDER: PublicProvider = { Identity: '', ProxyFqdn: '', VerificationLevel: '', Enabled: false };
const NEW_POLICY: ExternalAccessPolicy = { Identity: '' };

function listWith<T extends { readonly Identity: string }>(
  list: readonly T[],
  subject: Extract<Subject, { type: 'provider' | 'policy' }>,
  properties: Properties | null,
  blank: T,
): T[] {
  const isSubject = ({ Identity }: T): boolean =>
    subjectKey({ type: subject.type, identity: Identity }) === subjectKey(subject);
  const changed = list.find(isSubject) ?? { ...blank, Identity: subject.identity };
  const others = list.filter((one) => !isSubject(one));
  return properties === null ? others : [...others, { ...changed, ...properties }];
}
