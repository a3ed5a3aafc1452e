import { computePay } from '../../../src/domain/commission/compute';
import { payByDefinition } from './oracle';
import { random, requestOfScenario, scenarioOf } from './scenarios';

/** DAYBOOK_SCENARIOS=1000000 runs the full count; a unit run takes enough of them to meet every combination. */
const COUNT = Number(process.env.DAYBOOK_SCENARIOS ?? 5_000);

test(`${COUNT} random plans pay what the definitions say, to the 分`, () => {
  const below = random(Number(process.env.DAYBOOK_SEED ?? 20_240_305));
  for (let round = 0; round < COUNT; round++) {
    const scenario = scenarioOf(below);
    const run = computePay(requestOfScenario(scenario));
    const paid = run.months
      .filter(({ person }) => person === 'leader')
      .map(({ pay, drawBalance, guaranteeBalance }) => ({
        pay,
        drawOwed: drawBalance,
        guaranteeOwed: guaranteeBalance,
      }));
    const expected = payByDefinition(scenario);
    if (JSON.stringify(paid) === JSON.stringify(expected)) continue;
    throw new Error(JSON.stringify({ round, scenario, paid, expected }, null, 1));
  }
}, 86_400_000);
