import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("wrong ids and reversed ranges are coded errors with the nearest match, each at its own field", async () => {
  const { data, errors } = await gateway.ask(`{
    lake(id: "aral-se") { id } river(id: "syr-daria") { id } basin(id: "amudarya") { id } dam(id: "toktogl") { id } glacier(wgmsId: "8177") { wgmsId }
    byCountry: dams(country: "Kazakstan") { id } byRiver: dams(river: "narin") { id }
    ok: lake(id: "caspian-sea") { id areas(from: 2020, to: 2010) { value } levels { datum values(from: "2020-01-01", to: "2010-01-01") { value } } }
    tuyuksu: glacier(wgmsId: "817") { wgmsId massBalance(from: 2020, to: 2010) { value } }
    talas: river(id: "talas") { id discharge(from: "2014-01-01", to: "2013-01-01") { missing } }
  }`);

  const byPath = new Map(errors.map(({ path, extensions }) => [path?.join("."), extensions]));
  const suggested = (path: string) => byPath.get(path)?.suggestions;
  for (const path of ["lake", "river", "basin", "dam", "glacier", "byRiver"]) {
    expect(byPath.get(path)?.code, path).toBe("UNKNOWN_ID");
    expect(data[path]).toBeNull();
  }
  expect(suggested("lake")).toEqual(["aral-sea"]);
  expect(suggested("river")?.[0]).toBe("syr-darya");
  expect(suggested("basin")?.[0]).toBe("amu-darya");
  expect(suggested("dam")).toEqual(["toktogul"]);
  expect(suggested("glacier")).toContain("817");
  expect(suggested("byRiver")).toContain("naryn");
  expect(byPath.get("byCountry")).toMatchObject({ code: "UNKNOWN_COUNTRY", suggestions: ["KAZ"] });
  for (const path of ["ok.areas", "tuyuksu.massBalance", "talas.discharge"]) {
    expect(byPath.get(path)?.code, path).toBe("INVALID_RANGE");
  }
  expect(byPath.get("ok.levels.0.values")?.code).toBe("INVALID_RANGE");
  expect([data.ok.id, data.tuyuksu.wgmsId, data.talas.id]).toEqual(["caspian-sea", "817", "talas"]);
});
