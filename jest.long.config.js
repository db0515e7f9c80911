import config, { long } from './jest.config.js';

export default { ...config, testMatch: [long] };
