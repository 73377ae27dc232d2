import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Installs what a folder's own package.json asks for, once: packages that a bench or a check needs and the project does not.
 *
 * @param mark one of them, by which an installed folder is known
 */
export async function installOnce(folder: string, mark: string, flags: readonly string[] = []): Promise<void> {
  if (existsSync(join(folder, "node_modules", mark))) return;
  process.stdout.write(`installing ${mark} ...\n`);
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", ...flags];
  await promisify(execFile)("npm", args, { cwd: folder });
}
