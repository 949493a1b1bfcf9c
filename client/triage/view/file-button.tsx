import { useRef } from 'preact/hooks';

import { Icon, type IconName } from './icon.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly id: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
  readonly icon?: IconName;
  readonly describedBy?: string;
}

/** A button that asks for files. The control that browsers draw for that cannot be put into words of ours. */
export function FileButton({ label, id, onFiles, className = '', icon, describedBy }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={className}
        aria-describedby={describedBy}
        onClick={() => {
          input.current?.click();
        }}
      >
        {icon && <Icon name={icon} />}
        {label}
      </button>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = ''; // so that the same file can be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
