// reflect-metadata must be loaded before the first decorated class is defined: take decorators from here only.
import "reflect-metadata";

export {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
