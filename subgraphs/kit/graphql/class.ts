/** A class that type-graphql knows by its decorators. */
export type Class<T extends object = object> = new () => T;
