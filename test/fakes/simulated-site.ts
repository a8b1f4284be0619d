import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { PREPARED_PRODUCT_IDS, type PreparedProductId } from '../../core/deployment/products.ts';
import { DOCUMENTED_PROPERTIES, propertiesIn } from './documented-properties.ts';
import type { Entry, NewEntries, Sections } from './simulated-deployment.ts';

const PRACTICE_LYNC = resolve(import.meta.dirname, '../../assets/powershell/PracticeLync');

const entrySchema = z.record(z.string(), z.unknown());
const listSchema = z.array(entrySchema);
const siteSchema = z.looseObject({
  replicationLagSeconds: z.number(),
  operatorGroups: z.array(z.string()),
  publicProviders: listSchema,
  hostingProviders: listSchema,
  externalAccessPolicies: listSchema,
  accessEdgeConfiguration: entrySchema,
  sipDomains: listSchema,
  edgeServices: listSchema,
  otherServices: listSchema,
  allowedDomains: listSchema,
  blockedDomains: listSchema,
  replicas: listSchema,
  users: listSchema,
});

const stateSchema = z.extend(siteSchema, { version: z.literal(1), profile: z.string() });

/** A state of PracticeLync. It is never changed, only replaced. */
export interface SimulatedState extends Sections, Readonly<Record<string, unknown>> {
  readonly replicationLagSeconds: number;
  readonly operatorGroups: readonly string[];
  readonly accessEdgeConfiguration: Entry;
  readonly sipDomains: readonly Entry[];
  readonly edgeServices: readonly Entry[];
  readonly otherServices: readonly Entry[];
  readonly allowedDomains: readonly Entry[];
  readonly blockedDomains: readonly Entry[];
  readonly replicas: readonly Entry[];
}

const readStates = new WeakMap<object, SimulatedState>();

/** A document as a state. */
export function stateOf(document: object): SimulatedState {
  const state = readStates.get(document) ?? stateSchema.parse(document);
  readStates.set(document, state).set(state, state);
  return state;
}

/** Kinds of objects of which products have more or fewer properties, by the names of DOCUMENTED_PROPERTIES. */
const DOCUMENTED = {
  publicProviders: 'a public provider',
  externalAccessPolicies: 'an external access policy',
  accessEdgeConfiguration: 'the Access Edge configuration',
  edgeServices: 'an Edge service',
} as const;

/** It can be set on every Lync Server 2013, though the documented output does not show it there. */
const SET_BUT_NOT_SHOWN = 'DiscoveredPartnerVerificationLevel';
const SET_SINCE: PreparedProductId = 'lync2013-rtm';

/** The properties of a kind of object that the product shows, in their order. */
export function shownProperties(profile: PreparedProductId, kind: keyof typeof DOCUMENTED): readonly string[] {
  return propertiesIn(profile, documented(kind));
}

function documented(kind: keyof typeof DOCUMENTED): readonly string[] {
  const found = DOCUMENTED_PROPERTIES.find(([what]) => what === DOCUMENTED[kind]);
  if (!found) throw new Error(`Nothing is documented of ${DOCUMENTED[kind]}.`);
  return found[2];
}

/** The state of a site of this product that was never set up, replicated everywhere an hour ago. */
export function freshState(profile: PreparedProductId): SimulatedState {
  const site = siteSchema.parse(readJson('Sites/every-product.json'));
  const shown = Object.entries(site).map(([section, content]) => [section, withoutMissing(section, content, profile)]);
  const difference = entrySchema.parse(readJson(`Sites/${profile}.json`));
  const merged: Record<string, unknown> = { ...entrySchema.parse(Object.fromEntries(shown)), profile };
  for (const [section, values] of Object.entries(difference)) merged[section] = withValues(merged[section], values);
  const changedAt = new Date(Date.now() - 3_600_000).toISOString();
  return stateOf({ ...merged, replicas: withValues(merged['replicas'], { changedAt }) });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(PRACTICE_LYNC, path), 'utf8'));
}

/** A section, or any value, with only the properties that the product has. */
function withoutMissing(section: string, content: unknown, profile: PreparedProductId): unknown {
  if (!isDocumented(section)) return content;
  const missing = missingProperties(profile, section);
  const cut = (entry: Entry): Entry =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => !missing.includes(name)));
  return Array.isArray(content) ? listSchema.parse(content).map(cut) : cut(entrySchema.parse(content));
}

function isDocumented(section: string): section is keyof typeof DOCUMENTED {
  return Object.hasOwn(DOCUMENTED, section);
}

function missingProperties(profile: PreparedProductId, section: keyof typeof DOCUMENTED): readonly string[] {
  const shown = shownProperties(profile, section);
  const isSet = PREPARED_PRODUCT_IDS.indexOf(SET_SINCE) <= PREPARED_PRODUCT_IDS.indexOf(profile);
  return documented(section)
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => !shown.includes(name) && !(name === SET_BUT_NOT_SHOWN && isSet));
}

/** A list takes the section's place; an object's values go into the section's object, or into each of its list. */
function withValues(section: unknown, values: unknown): unknown {
  if (Array.isArray(values)) return values;
  const more = entrySchema.parse(values);
  return Array.isArray(section)
    ? listSchema.parse(section).map((entry) => ({ ...entry, ...more }))
    : { ...entrySchema.parse(section), ...more };
}

/** A new provider and a new policy of the product, before any value is given. */
export function newEntries(profile: PreparedProductId): NewEntries {
  const entryOf = (kind: 'publicProviders' | 'externalAccessPolicies', defaults: Entry): Entry =>
    Object.fromEntries(
      shownProperties(profile, kind)
        .filter((name) => name !== 'Identity' && name !== 'Name')
        .map((name) => [name, defaults[name] ?? (/^Enable[A-Z]/u.test(name) ? false : null)]),
    );
  return {
    provider: entryOf('publicProviders', { VerificationLevel: 'AlwaysVerifiable' }),
    policy: entryOf('externalAccessPolicies', {}),
  };
}
