variable "vault_address" {
  type    = string
  default = "https://vault.exitthecloud.eu"
}
