import { useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Workspace } from '../edit/workspace';
import { THEMES, type Theme } from '../formats/colors';
import type { AddinManifest, RibbonButton } from '../manifest';
import { ACCEPTED_FILES } from '../openWorkbook';
import type { Sample } from '../services';
import type { Language, PageTexts } from '../texts';
import { Icon } from './icons';
import { MenuButton } from './MenuButton';
import './topBar.css';

interface Props {
  readonly workspace: Workspace;
  readonly texts: PageTexts;
  readonly language: Language;
  readonly theme: Theme;
  readonly manifest: AddinManifest | null;
  readonly paneOpen: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onFile: (file: File) => void;
  readonly samples: readonly Sample[];
  readonly onSample: (sample: Sample) => void;
  readonly onSave: () => void;
  readonly onAction: (button: RibbonButton) => void;
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['zh-CN', '中文'],
  ['en', 'English'],
];

/** The workbook's name, what can be done with it as a whole, and the add-in's buttons. */
export function TopBar(props: Props) {
  const { workspace, texts, language, theme, manifest } = props;
  useSyncExternalStore(workspace.subscribe, workspace.getVersion);
  const picker = useRef<HTMLInputElement>(null);
  const { history, workbook } = workspace;
  return (
    <header className="top-bar">
      <div className="title-row">
        <h1 className="workbook-name" data-testid="workbook-name" title={workbook.name}>
          {workbook.name}
        </h1>
        <input
          ref={picker}
          type="file"
          className="visually-hidden"
          data-testid="file-input"
          accept={ACCEPTED_FILES}
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file can be chosen again.
            target.value = '';
            if (file) props.onFile(file);
          }}
        />
        <div className="tools" role="toolbar" aria-label={texts.appName}>
          <Tool
            label={texts.undo}
            hint="Ctrl+Z"
            disabled={!history.canUndo}
            onClick={() => workspace.run({ kind: 'undo' })}
          >
            <Icon name="undo" />
          </Tool>
          <Tool
            label={texts.redo}
            hint="Ctrl+Y"
            disabled={!history.canRedo}
            onClick={() => workspace.run({ kind: 'redo' })}
          >
            <Icon name="redo" />
          </Tool>
          <span className="divider" />
          <button
            type="button"
            className="tool wide"
            title={texts.openHint}
            data-testid="open"
            onClick={() => picker.current?.click()}
          >
            <Icon name="open" />
            {texts.open}
          </button>
          <button
            type="button"
            className="tool wide"
            title="Ctrl+S"
            data-testid="save"
            onClick={props.onSave}
          >
            <Icon name="save" />
            {texts.save}
          </button>
          <MenuButton
            className="tool wide"
            label={texts.samples}
            testId="samples"
            items={props.samples.map((sample) => ({
              label: texts.sampleNames[sample],
              onClick: () => props.onSample(sample),
            }))}
          >
            <Icon name="sample" />
          </MenuButton>
        </div>
        <span className="spacer" />
        <Choice
          label={texts.language}
          value={language}
          options={LANGUAGES}
          onChange={props.onLanguage}
          testId="language"
        />
        <Choice
          label={texts.theme}
          value={theme}
          options={THEMES.map((value) => [value, texts.themes[value]] as const)}
          onChange={props.onTheme}
          testId="theme"
        />
      </div>
      <div className="ribbon" role="toolbar" aria-label={texts.addins}>
        {manifest ? (
          manifest.groups.map((group) => (
            <div key={group.id} className="ribbon-group" role="group" aria-label={group.label}>
              {group.controls.map((control) =>
                'items' in control ? (
                  <MenuButton
                    key={control.id}
                    className="ribbon-button"
                    label={control.label}
                    tip={control.tip}
                    testId={`ribbon-${control.id}`}
                    items={control.items.map((item) => ({
                      label: item.label,
                      tip: item.tip,
                      onClick: () => props.onAction(item),
                    }))}
                  />
                ) : (
                  <button
                    key={control.id}
                    type="button"
                    className="ribbon-button"
                    title={control.tip}
                    aria-pressed={control.action.kind === 'pane' ? props.paneOpen : undefined}
                    data-testid={`ribbon-${control.id}`}
                    onClick={() => props.onAction(control)}
                  >
                    {control.iconUrl && <img src={control.iconUrl} alt="" width={20} height={20} />}
                    <span>{control.label}</span>
                  </button>
                ),
              )}
              <span className="group-label">{group.label}</span>
            </div>
          ))
        ) : (
          <span className="no-addin">{texts.noAddin}</span>
        )}
      </div>
    </header>
  );
}

interface ToolProps {
  readonly label: string;
  readonly hint: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, hint, disabled, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={`${label} (${hint})`}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly testId: string;
}

function Choice<T extends string>({ label, value, options, onChange, testId }: ChoiceProps<T>) {
  return (
    <label className="choice">
      <span className="visually-hidden">{label}</span>
      <select
        value={value}
        title={label}
        data-testid={testId}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
