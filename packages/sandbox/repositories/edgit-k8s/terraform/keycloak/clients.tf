# One client per application that signs people in. Order: as they came.
# Le secret va dans Vault, d'où External Secrets le reprend.

resource "keycloak_openid_client" "argocd" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "argocd"
  name      = "Argo CD"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://argo.exitthecloud.eu/auth/callback",
  ]
  web_origins = ["https://argo.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "argocd_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.argocd.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "argocd_oidc" {
  mount = var.vault_mount
  name  = "platform/argocd/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.argocd.client_id
    "client-secret" = keycloak_openid_client.argocd.client_secret
  })
}

# localhost: the CLI, `vault login -method=oidc`
resource "keycloak_openid_client" "vault" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "vault"
  name      = "Vault"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://vault.exitthecloud.eu/ui/vault/auth/oidc/oidc/callback",
    "http://localhost:8250/oidc/callback",
  ]
  web_origins = ["https://vault.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "vault_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.vault.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "vault_oidc" {
  mount = var.vault_mount
  name  = "platform/vault/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.vault.client_id
    "client-secret" = keycloak_openid_client.vault.client_secret
  })
}

resource "keycloak_openid_client" "grafana" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "grafana"
  name      = "Grafana"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://grafana.exitthecloud.eu/login/generic_oauth",
  ]
  web_origins = ["https://grafana.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "grafana_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.grafana.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "grafana_oidc" {
  mount = var.vault_mount
  name  = "platform/grafana/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.grafana.client_id
    "client-secret" = keycloak_openid_client.grafana.client_secret
  })
}

resource "keycloak_openid_client" "harbor" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "harbor"
  name      = "Harbor"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://harbor.exitthecloud.eu/c/oidc/callback",
  ]
  web_origins = ["https://harbor.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "harbor_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.harbor.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "harbor_oidc" {
  mount = var.vault_mount
  name  = "platform/harbor/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.harbor.client_id
    "client-secret" = keycloak_openid_client.harbor.client_secret
  })
}

resource "keycloak_openid_client" "onedev" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "onedev"
  name      = "OneDev"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://onedev.exitthecloud.eu/~sso/callback/Keycloak",
  ]
  web_origins = ["https://onedev.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "onedev_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.onedev.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "onedev_oidc" {
  mount = var.vault_mount
  name  = "platform/onedev/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.onedev.client_id
    "client-secret" = keycloak_openid_client.onedev.client_secret
  })
}

resource "keycloak_openid_client" "devtron" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "devtron"
  name      = "Devtron"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://devtron.exitthecloud.eu/orchestrator/api/dex/callback",
  ]
  web_origins = ["https://devtron.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "devtron_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.devtron.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "devtron_oidc" {
  mount = var.vault_mount
  name  = "platform/devtron/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.devtron.client_id
    "client-secret" = keycloak_openid_client.devtron.client_secret
  })
}

resource "keycloak_openid_client" "policy_reporter" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "policy-reporter"
  name      = "Policy Reporter"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://policy-reporter.exitthecloud.eu/callback",
  ]
  web_origins = ["https://policy-reporter.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "policy_reporter_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.policy_reporter.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "policy_reporter_oidc" {
  mount = var.vault_mount
  name  = "platform/policy-reporter/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.policy_reporter.client_id
    "client-secret" = keycloak_openid_client.policy_reporter.client_secret
  })
}

resource "keycloak_openid_client" "ai_platform" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "ai-platform"
  name      = "AI Platform"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://ai.exitthecloud.eu/oauth/oidc/callback",
  ]
  web_origins = ["https://ai.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "ai_platform_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.ai_platform.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "ai_platform_oidc" {
  mount = var.vault_mount
  name  = "platform/ai-platform/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.ai_platform.client_id
    "client-secret" = keycloak_openid_client.ai_platform.client_secret
  })
}

# GoTrue, not Studio
resource "keycloak_openid_client" "supabase" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "supabase"
  name      = "Supabase"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://supabase.exitthecloud.eu/auth/v1/callback",
  ]
  web_origins = ["https://supabase.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "supabase_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.supabase.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "supabase_oidc" {
  mount = var.vault_mount
  name  = "platform/supabase/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.supabase.client_id
    "client-secret" = keycloak_openid_client.supabase.client_secret
  })
}

# la barre oblique finale compte (allauth)
resource "keycloak_openid_client" "paperless" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "paperless"
  name      = "Paperless-ngx"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://paperless.exitthecloud.eu/accounts/oidc/keycloak/login/callback/",
  ]
  web_origins = ["https://paperless.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "paperless_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.paperless.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "paperless_oidc" {
  mount = var.vault_mount
  name  = "atlas/paperless/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.paperless.client_id
    "client-secret" = keycloak_openid_client.paperless.client_secret
  })
}

resource "keycloak_openid_client" "matomo" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "matomo"
  name      = "Matomo"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://matomo.exitthecloud.eu/index.php?module=LoginOIDC&action=callback&provider=oidc",
  ]
  web_origins = ["https://matomo.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "matomo_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.matomo.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "matomo_oidc" {
  mount = var.vault_mount
  name  = "atlas/matomo/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.matomo.client_id
    "client-secret" = keycloak_openid_client.matomo.client_secret
  })
}

resource "keycloak_openid_client" "honcho" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = "honcho"
  name      = "Honcho"
  enabled   = true

  access_type           = "CONFIDENTIAL"
  standard_flow_enabled = true
  valid_redirect_uris = [
    "https://honcho.exitthecloud.eu/auth/callback",
  ]
  web_origins = ["https://honcho.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "honcho_groups" {
  realm_id  = data.keycloak_realm.edgit.id
  client_id = keycloak_openid_client.honcho.id
  name      = "groups"

  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "honcho_oidc" {
  mount = var.vault_mount
  name  = "borealis/honcho/oidc"
  data_json = jsonencode({
    "client-id"     = keycloak_openid_client.honcho.client_id
    "client-secret" = keycloak_openid_client.honcho.client_secret
  })
}
