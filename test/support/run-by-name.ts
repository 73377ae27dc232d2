/** Runs the program that the command line names, or says which there are. */
export async function runByName(programs: Readonly<Record<string, () => Promise<() => Promise<void>>>>): Promise<void> {
  const name = process.argv[2] ?? "";
  const load = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (!load) {
    process.stderr.write(`Which one? ${Object.keys(programs).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  const run = await load();
  await run();
}
