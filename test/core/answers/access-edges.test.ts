import { describe, expect, it } from 'vitest';
import { compareEdges, topologyEdges } from '../../../core/answers/access-edges.ts';
import { makePlan } from '../../../core/plan/plan.ts';
import { containing } from '../../fakes/containing.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { facts } from '../../fakes/sample-deployment.ts';

describe("the request's Access Edges against the topology", () => {
  it('agree without case', () => {
    expect(compareEdges(['SIP.contoso.com'], ['sip.contoso.com'])).toEqual({ notInTopology: [], notInRequest: [] });
  });

  it('differ in what only one of them names', () => {
    expect(compareEdges(['sip.contoso.com', 'edge.fabrikam.com'], ['sip.contoso.com', 'old.contoso.com'])).toEqual({
      notInTopology: ['edge.fabrikam.com'],
      notInRequest: ['old.contoso.com'],
    });
  });

  it('are not compared with a topology that names none, nor is a name that is not filled in', () => {
    expect(compareEdges(['sip.contoso.com'], [])).toEqual({ notInTopology: [], notInRequest: [] });
    expect(compareEdges([''], ['sip.contoso.com'])).toMatchObject({ notInTopology: [] });
  });

  it('takes each name of a pool once', () => {
    const edge = (AccessEdgeExternalFqdn: string | null) => ({ Identity: 'EdgeServer:e', AccessEdgeExternalFqdn });
    expect(
      topologyEdges({ edgeServices: [edge('sip.a.com'), edge('SIP.A.com'), edge(null), edge('sip.b.com')] }),
    ).toEqual(['sip.a.com', 'sip.b.com']);
  });

  it('are noted in a plan where they differ, and nothing is held up by it', () => {
    const request = SAMPLE_ANSWERS.request && { ...SAMPLE_ANSWERS.request, accessEdgeFqdn: 'edge.contoso.com' };
    const noted = (answers: typeof SAMPLE_ANSWERS) =>
      makePlan(answers, facts(), () => 'hash').findings.filter(({ id }) => id.startsWith('edge-not-in-topology:'));
    expect(noted(SAMPLE_ANSWERS)).toEqual([]);
    expect(noted({ ...SAMPLE_ANSWERS, request })).toMatchObject([
      { severity: 'note', step: 'edge-and-domains', message: containing('edge.contoso.com') },
    ]);
  });
});
