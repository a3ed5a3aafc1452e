/* Jest finds environments by their .js name only. */
module.exports = require('./office-environment.ts');
