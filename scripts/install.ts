import { execFileSync } from 'node:child_process';

/** Runs a command that installs something, without questions. Throws if it fails or takes over five minutes. */
export function install(command: string, args: readonly string[]): void {
  execFileSync(command, args, {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Installs packages of Debian. Throws where there is no Debian or the user may not. */
export function installPackages(...packages: string[]): void {
  install('apt-get', ['update']);
  install('apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
}
