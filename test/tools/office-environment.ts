import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import NodeEnvironment from 'jest-environment-node';
import { OfficePage } from './office-page';

/**
 * A test environment with the real office.js over a workbook: `Office`, `Excel`, `CustomFunctions`, `workbook` and
 * `host` are globals, new for each test file; `await resetWorkbook()` makes them new for a test.
 */
export default class OfficeEnvironment extends NodeEnvironment {
  private readonly page: OfficePage;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.page = new OfficePage(this.global);
  }

  override async setup(): Promise<void> {
    await super.setup();
    await this.page.open();
  }

  override async teardown(): Promise<void> {
    this.page.close();
    await super.teardown();
  }
}
