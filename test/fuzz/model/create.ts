import type { Dice } from "../dice.ts";
import { basesOf } from "./bases.ts";
import { createDrafts } from "./draft.ts";
import { withExtraArguments } from "./extra-arguments.ts";
import { addPlainFields } from "./fields.ts";
import { createInterfaces } from "./interfaces.ts";
import { referenceType, withKeyFields } from "./key-fields.ts";
import { createLayout } from "./layout.ts";
import type { Model } from "./model.ts";
import { withObjectFields } from "./object-fields.ts";
import { withOverrides } from "./overrides.ts";
import { withProvides } from "./provides.ts";
import { addRequiring } from "./requirements.ts";
import { createRoots } from "./roots.ts";
import { createUnions } from "./unions.ts";

export function createModel(dice: Dice): Model {
  const layout = createLayout(dice);
  const { subgraphs } = layout;
  const drafts = createDrafts(layout);
  const declared = createInterfaces(dice, layout, drafts);
  const unions = createUnions(dice, layout);
  const bases = basesOf(drafts, declared, unions);
  for (const draft of drafts) addPlainFields(dice, draft, bases);
  for (const draft of drafts) if (draft.kind === "entity") addRequiring(dice, draft, drafts, bases);
  const interfaces = declared.map((one) => withObjectFields(dice, one, drafts));
  const objects = [...drafts.map((draft) => withKeyFields(dice, draft)), ...createRoots(dice, subgraphs, bases)];
  const providing = withProvides(dice, objects, interfaces, bases);
  const drifted = withExtraArguments(dice, withOverrides(dice, providing, drafts));
  return { subgraphs, objects: [...drifted, ...referenceType(drafts)], interfaces, unions, bases };
}
