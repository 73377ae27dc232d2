import { expect } from "vitest";
import type { AnswerWithoutErrors } from "./answer.ts";

/**
 * All flows of a selection by their ids, read page by page.
 *
 * @param args of `fundingFlows`, beside those of its pages
 * @param fields what is read of each flow beside its id
 */
export async function allFlows<Flow>(
  answer: AnswerWithoutErrors,
  args: string,
  fields: string,
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (let after = "", more = true; more; ) {
    const { fundingFlows } = await answer(`{ fundingFlows(${args}, first: 1000${after && `, after: "${after}"`}) {
      totalCount nodes { id ${fields} } pageInfo { hasNextPage endCursor } } }`);
    for (const { id, ...flow } of fundingFlows.nodes) flows.set(id, flow);
    after = fundingFlows.pageInfo.endCursor;
    more = fundingFlows.pageInfo.hasNextPage;
    if (!more) expect(flows.size).toBe(fundingFlows.totalCount);
  }
  return flows;
}
