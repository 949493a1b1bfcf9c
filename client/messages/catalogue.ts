import type { en } from './en/index.ts';
import type { Plural } from './plural.ts';

/** The same shape with other words: a missing or foreign key fails the type check. */
export type Like<Text> = Text extends string
  ? string
  : Text extends Plural
    ? Plural
    : { readonly [Key in keyof Text]: Like<Text[Key]> };

/** One language's texts. */
export type Catalogue = Like<typeof en>;
export type PageTexts = Catalogue['page'];
export type QuestionTexts = Catalogue['questions'];
export type ReturnTexts = Catalogue['returning'];
export type CodeTexts = Catalogue['code'];
export type ScriptTexts = Catalogue['script'];
/** All that the form's script says, whichever file it stands in. */
export type SpokenTexts = ScriptTexts & CodeTexts['script'];
