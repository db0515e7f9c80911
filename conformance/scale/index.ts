export { fitGrowth, growthInWords, type Growth, type Measured } from './growth.js';
export { measureScale, type Scale, type ScaleOptions, type ScalePoint } from './measure-scale.js';
export { scaleHtml } from './scale-html.js';
export { scaleText } from './scale-text.js';
