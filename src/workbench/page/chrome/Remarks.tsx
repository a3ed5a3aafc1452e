import type { PageTexts } from '../texts';
import { Icon } from './icons';
import './remarks.css';

interface Props {
  readonly remarks: readonly string[];
  readonly texts: PageTexts;
  readonly onClose: () => void;
}

/** What is worth knowing about a file that was opened or saved; nothing needs to be done. */
export function Remarks({ remarks, texts, onClose }: Props) {
  return (
    <div className="remarks" role="status" aria-label={texts.remarks} data-testid="remarks">
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <button type="button" className="tool" aria-label={texts.close} title={texts.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
