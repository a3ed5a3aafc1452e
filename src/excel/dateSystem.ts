import { isMissingApi } from './failures';
import type { Session } from './run';

/**
 * Whether the workbook counts days from 1904; null where this Excel can't tell. There is no property for it, but
 * Excel's own DATE tells: 1 January 2000 is 36526, or 35064 in a 1904 book. One request.
 */
export async function asks1904(session: Session): Promise<boolean | null> {
  const serial = session.workbook.functions.date(2000, 1, 1).load('value');
  try {
    await session.sync();
  } catch (error) {
    if (isMissingApi(error)) return null;
    throw error;
  }
  return serial.value === 35064;
}
