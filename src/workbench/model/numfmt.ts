/* numfmt 4.0.1 names files for require() that its package does not hold, so Node and jest cannot load it by name;
   the path can go when a version is out that can be. */
export {
  format,
  getFormatFromId,
  isDateFormat,
  isPercentFormat,
  parseValue,
} from '../../../node_modules/numfmt/dist/index.js';
