/* The entry of the functions' part of the bundle. The build appends CustomFunctions.associate(…) to each file that sources.json lists. */
import './arpu';
import './commission';
import './visitgap';
