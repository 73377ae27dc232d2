/** A choice that the browser keeps between visits; undefined where it keeps nothing, as in private windows. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`aryk:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice; one that cannot be kept holds until the page is left. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`aryk:${name}`, value);
  } catch {
    // The choice was made for this page anyway.
  }
}
