import { GraphError } from "../../../subgraphs/kit/errors.ts";
import type { Caller, Data, DataSource, SubgraphAnswer, SubgraphError } from "../../data-sources/data-source.ts";
import type { Failures } from "../answer/failures.ts";
import type { TypeIndex } from "../planning/type-index.ts";
import { toClientVariable } from "../selection/variables.ts";
import { type AskedPart, allPathsOf, type Question, toQuestions, toRepresentations } from "./ask.ts";
import { mergeInto } from "./merge.ts";
import { ownValue } from "./place.ts";
import { applyRewrites, rewrittenPath } from "./rewrites.ts";
import type { Part, RootPart, Step } from "./step.ts";

/** One request under way. */
export interface Run {
  /** What the subgraphs gave so far, under the keys of the operation. */
  readonly data: Data;
  readonly variables: Data;
  readonly caller: Caller;
  readonly failures: Failures;
  readonly types: TypeIndex;
  readonly sources: ReadonlyMap<string, DataSource>;
}

/** Carries out the steps, each as soon as those it waits for are done. Whatever fails is noted, and the rest goes on. */
export async function runSteps(steps: readonly Step[], run: Run): Promise<void> {
  const done: Promise<void>[] = [];
  for (const step of steps) {
    const before = step.after.map((position) => done[position]);
    done.push(before.length === 0 ? runStep(step, run) : Promise.all(before).then(() => runStep(step, run)));
  }
  await Promise.all(done);
}

async function runStep(step: Step, run: Run): Promise<void> {
  const questions = toQuestions(step, run.data, run.types);
  if (questions.length === 1) await callOnce(step, questions[0] as Question, run);
  else await Promise.all(questions.map((question) => callOnce(step, question, run)));
}

async function callOnce(step: Step, question: Question, run: Run): Promise<void> {
  const { operation, subgraph } = step;
  let answer: SubgraphAnswer;
  try {
    const source = run.sources.get(subgraph);
    if (!source) throw new Error(`The supergraph has no subgraph ${subgraph}`);
    const variables = { ...pick(run.variables, step.variables), ...question.variables };
    const representations = toRepresentations(question);
    answer = await source.execute({ operation, variables, representations, caller: run.caller });
  } catch (error) {
    // What is no error of ours is a fault in this process: it is logged whole where errors are formatted.
    for (const part of step.parts) failPart(step, part, question, run, toSubgraphError(error));
    return;
  }
  run.caller.context.noteCaching(answer.caching);
  if (answer.extensions !== undefined) run.caller.context.noteExtensions(answer.extensions);
  for (const part of step.parts) takePart(step, part, question, run, answer);
  for (const error of answer.errors ?? []) noteError(step, question, run, answer, error);
}

function takePart(step: Step, part: Part, question: Question, run: Run, { data, errors }: SubgraphAnswer): void {
  if (part.kind === "root") {
    takeRoot(part, run, data);
    return;
  }
  const { objects, indexes, texts } = question.parts.get(part) as AskedPart;
  const entities = data?.[part.field];
  if (!Array.isArray(entities) || entities.length !== texts.length) {
    if (texts.length > 0 && !errors?.length) failPart(step, part, question, run, malformed(step.subgraph));
    return;
  }
  if (part.rewrites.length > 0) applyRewrites(run.types, part.rewrites, entities);
  for (let position = 0; position < objects.length; position++) {
    const entity: unknown = entities[indexes[position] ?? -1];
    if (entity !== null && typeof entity === "object") {
      mergeInto(run.types, objects[position] as Data, entity as Data, part.keys);
    }
  }
}

function takeRoot(part: RootPart, run: Run, data: Data | null | undefined): void {
  if (!data) return;
  if (part.rewrites.length > 0) applyRewrites(run.types, part.rewrites, data);
  mergeInto(run.types, run.data, data, part.keys);
}

/** Puts an error of the answer where it belongs: its path starts with a root field, or with the number of an object. */
function noteError(step: Step, question: Question, run: Run, answer: SubgraphAnswer, error: SubgraphError): void {
  const [field, index, ...rest] = error.path ?? [];
  const part = step.parts.find((candidate) => candidate.kind === "entities" && candidate.field === field);
  if (part?.kind === "entities" && typeof index === "number") {
    const { objects, indexes } = question.parts.get(part) as AskedPart;
    const below = rewrittenPath(part.rewrites, rest);
    for (const [position, path] of allPathsOf(part, run.data).entries()) {
      if (indexes[position] !== index) continue;
      if (below.length > 0) run.failures.addAt(step.subgraph, [...path, ...below], error);
      // The whole object is not to be had: the client misses the fields that it asked of it.
      else run.failures.addMissing(step.subgraph, path, objects[position], part.keys, error);
    }
  } else if (error.path && error.path.length > 0 && step.parts[0]?.kind === "root") {
    run.failures.addAt(step.subgraph, rewrittenPath(step.parts[0].rewrites, error.path), error);
  } else {
    for (const candidate of step.parts) {
      const isAnswered = candidate.kind === "root" ? answer.data : answer.data?.[candidate.field];
      if (!isAnswered) failPart(step, candidate, question, run, error);
    }
  }
}

/** Notes that a part of a call brought nothing, at every field that the client asked of it. */
function failPart(step: Step, part: Part, question: Question, run: Run, error: SubgraphError): void {
  if (part.kind === "root") {
    run.failures.addMissing(step.subgraph, [], undefined, part.keys, error);
    return;
  }
  const { objects, indexes } = question.parts.get(part) as AskedPart;
  const paths = allPathsOf(part, run.data);
  for (const [position, object] of objects.entries()) {
    if ((indexes[position] ?? -1) < 0) continue;
    run.failures.addMissing(step.subgraph, paths[position] ?? [], object, part.keys, error);
  }
}

function toSubgraphError(error: unknown): SubgraphError {
  return error instanceof Error ? error : { message: String(error) };
}

function malformed(subgraph: string): SubgraphError {
  return new GraphError("SUBGRAPH_MALFORMED", `The ${subgraph} service did not answer what it was asked.`);
}

function pick(variables: Data, names: readonly string[]): Data {
  const picked: Data = {};
  for (const name of names) {
    const value = ownValue(variables, toClientVariable(name));
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
