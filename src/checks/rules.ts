import type { Problem } from '../loader/problem.ts';
import type { Rule, Scope } from './context.ts';
import { fidelity, sourceThere } from './fidelity/rule.ts';
import { unitColumnsNamed } from './rules/columns.ts';
import { correctionsApart, correctionsFit, correctionsNamedOnce, correctionsSaying } from './rules/corrections.ts';
import { headingsLevelled } from './rules/headings.ts';
import { measuresNumbered, tasksNumbered, tasksOfMeasure } from './rules/numbering.ts';
import { carriedOut, continued, plansApart, replacements } from './rules/plan-references.ts';
import { blanks, bodies, environments, record } from './rules/plan-text.ts';
import { termsQuoted, whomQuoted } from './rules/quoted-words.ts';
import { searchTerms, thesaurusLeads, thesaurusMeans, thesaurusWords } from './rules/search-vocabulary.ts';
import {
  boundWords,
  exactNumbers,
  featuredKnown,
  periods,
  quantities,
  quotations,
  targetsNamedOnce,
} from './rules/targets.ts';
import { listed } from './rules/task-list.ts';
import {
  aliasesPrinted,
  needsGiven,
  topicsApart,
  topicsUsed,
  unitsNamed,
  unitsNamedOnce,
} from './rules/units-and-topics.ts';

/**
 * What the content as a whole has to meet, beyond what the schemas ask of each file.
 * That names of units, needs and environments are known ones is found in joining (`assemble.ts`).
 */
export const rules = {
  /** Measures of a plan count 1…N, each in the file of its number. */
  measuresNumbered,
  /** Tasks of a plan count 1…N, and those of a measure follow those of the measure before. */
  tasksNumbered,
  /** A task stands in the measure whose text has its words, where the text of some measure has them. */
  tasksOfMeasure,
  /** Each measure of a document with a list has rows of it, and none where there is no list. */
  listed,
  /** Plans are told apart by their short titles and numbers. */
  plansApart,
  /** A plan is replaced by another that is there, and not by itself in the end. */
  replacements,
  /** What a measure or task continues is a measure or task of another plan. */
  continued,
  /** What a measure carries out is a document that the plan is based on, and its measures once its text is there. */
  carriedOut,
  /** Each environment has measures, another name than the others, and its measures follow one another. */
  environments,
  /** A measure's body is its text alone, in one paragraph; a plan's body has one place for the measures. */
  bodies,
  /** Headings that are numbered alike are of one level. */
  headingsLevelled,
  /** No blank stands between two characters of the official text. */
  blanks,
  /** What the record of a plan says is in its text. */
  record,
  /** Targets and limits of a plan have each their own id. */
  targetsNamedOnce,
  /** What the front page shows of a plan are targets of it, each once. */
  featuredKnown,
  /** A target quotes the measure or the task to the letter, and names the task that has its number. */
  quotations,
  /** The number of a target and its unit are in the words quoted. */
  quantities,
  /** A period is named in the text of the measure or the task. */
  periods,
  /** “At least” and “at most” are said in the words quoted. */
  boundWords,
  /** A number that is to be reached exactly is quoted without “at least” or “at most”. */
  exactNumbers,
  /** Corrections of a plan have each their own id. */
  correctionsNamedOnce,
  /** The words that a correction is about stand once in the place that it names; rows and cells exist and agree. */
  correctionsFit,
  /** No two corrections mark or change the same words. */
  correctionsApart,
  /** A correction suggests something, and was not recorded before there was the document. */
  correctionsSaying,
  /** A name belongs to one unit. */
  unitsNamedOnce,
  /** A unit is named by some measure or task. */
  unitsNamed,
  /** An alias of a unit is printed in some cell of units. */
  aliasesPrinted,
  /** In a list with several columns of units, every unit stands in one of them. */
  unitColumnsNamed,
  /** Needs of one kind have each their own name and rank. */
  topicsApart,
  /** A topic is met by some task. */
  topicsUsed,
  /** A task that serves enterprises meets a need. */
  needsGiven,
  /** Whom a task is for is said in its own words. */
  whomQuoted,
  /** A term is quoted in the document, and explained in the sentence that quotes it. */
  termsQuoted,
  /** A reader's word is explained once. */
  thesaurusWords,
  /** What a reader's word stands for is in the documents, to the letter. */
  thesaurusMeans,
  /** A reader's word leads to other words and not back to itself. */
  thesaurusLeads,
  /** Search terms are not said twice. */
  searchTerms,
  /** A plan whose corrections say how the document is printed has that document. */
  sourceThere,
  /** The content, its corrections taken back, is the source to the character. */
  fidelity,
} satisfies Record<string, Rule>;

/** Gives all problems that the rules find. */
export const brokenRules = (scope: Scope): Problem[] => Object.values(rules).flatMap((rule) => rule(scope));
