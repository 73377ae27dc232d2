import type { Nature } from "../../../kit/graphql/enums.ts";

/** Water in a reservoir on a day, or in a month, as a news report prints it. */
interface StorageReport {
  readonly dam: string;
  /** ISO 8601 day or month. */
  readonly period: string;
  readonly storageKm3: number;
  readonly nature: Extract<Nature, "REPORTED" | "PROJECTED">;
}

const reported = (period: string, storageKm3: number): StorageReport => {
  return { dam: "toktogul", period, storageKm3, nature: "REPORTED" };
};
const projected = (period: string, storageKm3: number): StorageReport => {
  return { dam: "toktogul", period, storageKm3, nature: "PROJECTED" };
};

/** 24.kg: 19.5 km3 when full, of which 14 can be used. */
export const storageReports: readonly StorageReport[] = [
  projected("2019-10", 17.2),
  reported("2020-08-12", 14.411),
  reported("2021-06-28", 11.006),
  reported("2022-08-08", 13.003),
  reported("2023-12-27", 10.536),
  reported("2024-03-23", 7.19),
  reported("2024-12-27", 11.416),
  reported("2026-01-01", 9.4),
  projected("2026-04-01", 6.8),
];
