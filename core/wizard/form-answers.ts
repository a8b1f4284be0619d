import { RETIRE_DEFAULTS, type Answers } from '../answers/answers-schema.ts';
import { checkAnswers } from '../answers/answers.ts';
import { type Problem, isAtOrBelow } from '../failure.ts';
import { STEPS, type StepId } from '../steps.ts';
import { edgesOfForm, edgesOfProvisioning } from './edge-form.ts';
import { type WizardForm, EMPTY_FORM, listedNames, listedUsers } from './form.ts';

/**
 * What the form says as a candidate for `checkAnswers`: outer spaces dropped, blank optional fields left out. For retiring
 * only what that page asks matters; the other pages are not shown, so what they hold cannot be wrong.
 */
export function candidateAnswers(form: WizardForm): unknown {
  const { goal, retire } = form;
  return goal === 'retire' ? { version: 1, goal, retire } : candidateSetUp(form);
}

function candidateSetUp(form: WizardForm): unknown {
  const contact = (one: WizardForm['request']['contacts']['primary']) => ({
    name: one.name.trim(),
    email: one.email.trim(),
    phone: one.phone.trim(),
  });
  const { agreement, contacts } = form.request;
  const request = {
    agreement: { ...agreement, number: agreement.number.trim() },
    contacts: { primary: contact(contacts.primary), alternate: contact(contacts.alternate) },
    ...candidateEdges(form.request),
  };
  return {
    version: 1,
    goal: form.goal,
    ...(form.keepsRequest && form.goal === 'set-up' ? { request } : {}),
    externalAccess: form.externalAccess.map(candidatePolicy),
    accessEdge: form.accessEdge,
    provider: candidateProvider(form.provider),
    removeProviders: form.removeProviders,
  };
}

/** The Access Edges as the answers name them: alone where there is one, as a list where there are several. */
function candidateEdges(request: WizardForm['request']): object {
  const edges = edgesOfForm(request).map(({ fqdn, sipDomains }) => ({
    fqdn: fqdn.trim(),
    sipDomains: listedNames(sipDomains),
  }));
  const [first] = edges;
  if (edges.length > 1 || !first) return { accessEdges: edges };
  return { accessEdgeFqdn: first.fqdn, sipDomains: first.sipDomains };
}

function candidatePolicy({ users, create, ...policy }: WizardForm['externalAccess'][number]): unknown {
  const named = listedUsers(users ?? '');
  return {
    ...policy,
    ...(create === true ? { create } : {}),
    ...(named.length > 0 ? { users: named } : {}),
  };
}

function candidateProvider(provider: WizardForm['provider']): unknown {
  const iconUrl = provider.iconUrl.trim();
  const routingDomain = provider.nameDecorationRoutingDomain.trim();
  const excludedDomains = listedNames(provider.nameDecorationExcludedDomains);
  return {
    identity: provider.identity.trim(),
    proxyFqdn: provider.proxyFqdn.trim(),
    verificationLevel: provider.verificationLevel,
    enabled: provider.enabled,
    enableSkypeIdRouting: provider.enableSkypeIdRouting,
    enableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
    ...(iconUrl === '' ? {} : { iconUrl }),
    ...(routingDomain === '' ? {} : { nameDecorationRoutingDomain: routingDomain }),
    ...(excludedDomains.length === 0 ? {} : { nameDecorationExcludedDomains: excludedDomains }),
  };
}

/** The form that says what the answers say: for continuing from an answers file. */
export function formOfAnswers(answers: Answers): WizardForm {
  const { request, provider } = answers;
  return {
    goal: answers.goal,
    keepsRequest: request !== undefined,
    request: request
      ? { agreement: request.agreement, contacts: request.contacts, ...edgesOfProvisioning(request) }
      : EMPTY_FORM.request,
    externalAccess: answers.externalAccess.map(({ users, ...policy }) => ({
      ...policy,
      ...(users ? { users: users.join('\n') } : {}),
    })),
    accessEdge: answers.accessEdge,
    provider: {
      identity: provider.identity,
      proxyFqdn: provider.proxyFqdn,
      iconUrl: provider.iconUrl ?? '',
      verificationLevel: provider.verificationLevel,
      enabled: provider.enabled,
      nameDecorationRoutingDomain: provider.nameDecorationRoutingDomain ?? '',
      nameDecorationExcludedDomains: (provider.nameDecorationExcludedDomains ?? []).join(', '),
      enableSkypeIdRouting: provider.enableSkypeIdRouting,
      enableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
    },
    removeProviders: answers.removeProviders,
    retire: answers.goal === 'retire' ? answers.retire : RETIRE_DEFAULTS,
  };
}

/** Every problem of the form, whichever page it belongs to. */
export function formProblems(form: WizardForm): readonly Problem[] {
  const checked = checkAnswers(candidateAnswers(form));
  return checked.ok ? [] : checked.failure.problems;
}

/** The problems that a page has to mend before the wizard goes on. */
export function problemsOfStep(step: StepId, problems: readonly Problem[]): readonly Problem[] {
  const owns: readonly string[] = STEPS.find((one) => one.id === step)?.owns ?? [];
  return problems.filter(({ path }) => owns.some((answer) => isAtOrBelow(path, answer)));
}
