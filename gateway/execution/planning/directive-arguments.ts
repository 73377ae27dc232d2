import { type ConstDirectiveNode, type ConstValueNode, Kind } from "graphql";

/** The text of an argument that is a string or an enum value. */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = given(directive, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** An argument that is true or false. */
export function flagOf(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = given(directive, name);
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function given({ arguments: args = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return args.find((argument) => argument.name.value === name)?.value;
}
