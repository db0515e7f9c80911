export { stories, storiesIn, storyNamed } from './catalogue.js';
export { traitsOf, type Story } from './story.js';
