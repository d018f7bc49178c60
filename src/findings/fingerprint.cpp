#include "findings/fingerprint.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

namespace pgplumb {

std::string fingerprint_of(const Finding& finding) {
  std::string text(finding.rule);
  const auto add = [&](const std::string& part) { text.append(1, '\0').append(part); };
  if (finding.object) {
    const std::string schema = finding.schemas.empty() ? finding.object->schema : std::string();  // any of the tenants'
    for (const auto* part : {&finding.object->kind, &schema, &finding.object->name, &finding.object->member}) add(*part);
  } else {
    add(finding.message);
  }
  add(finding.field);
  if (!finding.model.empty()) add(finding.model);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (int i = 0; i < 8; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace pgplumb
