import { startGateway } from "../support/gateway.ts";

const query = `{ country(code: "UZB") {
  name
  indicator(id: "SP.POP.TOTL", from: 2015) { values { year value unit } }
  water { stress { latest { value year } } }
  funding(year: 2022) { totalUsd }
  topPartners(flow: EXPORT, year: 2019, first: 5) { valueUsd }
} }`;
const warmUps = 50;
const requests = 300;

/** `npm run bench -- gateway-local`: one country from the four subgraphs of one process, one request after the other. */
export async function benchGatewayLocal(): Promise<void> {
  const gateway = await startGateway();
  const times: number[] = [];
  for (let count = 0; count < warmUps + requests; count++) {
    const startedAt = performance.now();
    const { errors } = await gateway.ask(query);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    if (count >= warmUps) times.push(performance.now() - startedAt);
  }
  await gateway.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  process.stdout.write(`four-way query in one process, warm: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
}
