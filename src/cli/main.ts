import { Command, CommanderError, Option } from 'commander';
import { localeOf, texts, type Locale } from '../locales';
import { runBuild, type BuildFlags } from './build';
import { runCheck, type CheckFlags } from './check';
import { UsageFailure } from './failure';
import { EXIT, printError, type ExitCode } from './output';
import { runScan, type ScanFlags } from './scan';
import { runTemplates, type TemplatesFlags } from './templates';

/** The terminal's language, as every program of the system reads it. */
function systemLocale(): Locale {
  return localeOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en');
}

function localeOption(): Option {
  return new Option('--locale <tag>', 'language of messages and of what is built')
    .choices(['zh-CN', 'en'])
    .default(systemLocale());
}

/** Runs one command line; the arguments are those after the program's name. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  let locale = systemLocale();
  const program = new Command('daybook')
    .description('Daybook · 客户经理台账: from the sheets you keep to summaries, from the terminal')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });

  program
    .command('templates')
    .description('list what can be built')
    .option('--json', 'as JSON')
    .addOption(localeOption())
    .action((flags: TemplatesFlags) => {
      exit = runTemplates(flags);
    });

  program
    .command('scan')
    .argument('<book>', '.xlsx, .xlsm, .xls, .xlsb, .csv or .txt')
    .description('show how each sheet of a workbook is read')
    .option('--json', 'as JSON')
    .option('--values', 'with --json: add every value as read, and exact sums of the number columns')
    .addOption(localeOption())
    .action(async (book: string, flags: ScanFlags) => {
      locale = flags.locale;
      exit = await runScan(book, flags);
    });

  program
    .command('build')
    .argument('<template>', 'one of those that “templates” lists')
    .argument('<book>', 'the workbook to build from')
    .description('build from a workbook into a new file; the workbook itself is only read')
    .requiredOption('-o, --output <file>', 'the .xlsx file to write')
    .option(
      '--as-of <date>',
      'the day that the build speaks of, YYYY-MM-DD; without it the newest date of the data',
    )
    .option('--map <file>', 'JSON that says how sheets are to be read')
    .option('--json', 'report as JSON')
    .addOption(localeOption())
    .action(async (template: string, book: string, flags: BuildFlags) => {
      locale = flags.locale;
      exit = await runBuild(template, book, flags);
    });

  program
    .command('check')
    .argument('<book>', 'the workbook with the submitted commission sheet')
    .description(
      'check a commission sheet against its pay plan: due, submitted, difference, reason of each row',
    )
    .option(
      '--plan <file>',
      'workbook with the plan sheet, or the plan as JSON; without it the book’s own plan sheet',
    )
    .option('--ready <id>', 'check by a ready plan: team-tiers, flat, marginal-tiers, quota-accelerator')
    .option('--map <file>', 'JSON that says how sheets are to be read')
    .option('--json', 'as JSON')
    .addOption(localeOption())
    .action(async (book: string, flags: CheckFlags) => {
      locale = flags.locale;
      exit = await runCheck(book, flags);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
    const message = error instanceof Error ? error.message : String(error);
    printError(error instanceof UsageFailure ? message : texts(locale).cli.unexpected({ message }));
    return EXIT.unusable;
  }
  return exit;
}

if (require.main === module) {
  // Whoever reads the output may have read enough, as “| head” does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.done);
  });
  void run(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
