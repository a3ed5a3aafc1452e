import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import JSDOMEnvironment from 'jest-environment-jsdom';
import { OfficePage } from './office-page';

/** office-environment with a document for tests of components. */
export default class OfficeDomEnvironment extends JSDOMEnvironment {
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
