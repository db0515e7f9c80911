export {
  generalQuestionLines,
  isAboutEveryRule,
  isNamed,
  openQuestion,
  openQuestionsOf,
  questionLines,
} from './lookup.js';
export type { Hang, OpenQuestion } from './open-question.js';
export { openQuestions } from './questions.js';
