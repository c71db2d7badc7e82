output "issuer" {
  value = "${var.keycloak_url}/realms/${data.keycloak_realm.edgit.realm}"
}

output "vault_keys" {
  description = "Where the client secrets are, no values"
  value = [
    vault_kv_secret_v2.argocd_oidc.name,
    vault_kv_secret_v2.vault_oidc.name,
    vault_kv_secret_v2.grafana_oidc.name,
    vault_kv_secret_v2.harbor_oidc.name,
    vault_kv_secret_v2.onedev_oidc.name,
    vault_kv_secret_v2.devtron_oidc.name,
    vault_kv_secret_v2.policy_reporter_oidc.name,
    vault_kv_secret_v2.ai_platform_oidc.name,
    vault_kv_secret_v2.supabase_oidc.name,
    vault_kv_secret_v2.paperless_oidc.name,
    vault_kv_secret_v2.matomo_oidc.name,
    vault_kv_secret_v2.honcho_oidc.name,
  ]
}
