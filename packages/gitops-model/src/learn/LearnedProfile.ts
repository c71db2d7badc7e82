/** What YAML and JSON can say. */
export type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** One key of a profile as the repository suggests it. */
export interface Choice {
  /** Of the profile; nested keys are joined by dots. */
  key: string;
  value: Plain;
  /** What speaks for it, as a sentence. */
  because: string;
  /** How many of those that could agree do. */
  share?: Share;
}

export interface Share {
  count: number;
  of: number;
}

/** A key that the repository does not tell, and what somebody has to decide. */
export interface Question {
  key: string;
  question: string;
}

/** What one aspect of a repository teaches. */
export interface Lesson {
  choices: Choice[];
  questions: Question[];
}

/** A profile as the repository proposes it. */
export interface LearnedProfile {
  /** Keys of a profile that is read by. */
  reading: Choice[];
  /** Keys by which it can be written, as far as they can be seen. */
  writing: Choice[];
  questions: Question[];
}
