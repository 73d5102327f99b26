const accounts = new Set(
  `root toor admin administrator sysadmin superuser ubuntu debian centos fedora rocky almalinux alpine
  amazon ec2-user azureuser opc core cloud-user vagrant docker pi nobody daemon www-data nginx apache
  postgres mysql git jenkins gitlab-runner runner circleci travis buildkite ansible terraform deploy
  deployer build builder ci bot service system user guest test tester demo local default localadmin
  handoff node app`.split(/\s+/u),
);

/**
 * Whether a name is that of an account in which a machine or several people work, such as `root` or
 * `ec2-user`: it tells nobody who has acted.
 */
export function isServiceAccount(name: string): boolean {
  const plain = name.trim().toLowerCase();
  return accounts.has(plain) || /^(?:svc|srv|sa)[-_.]|\[bot\]$|[-_]bot$/u.test(plain);
}
