// SipHash-1-3 (Aumasson, Bernstein: SipHash, a fast short-input PRF, 2012; one round a word, three at the end) with the key 0, 0:
// the hasher of Rust's standard library. OpenSSL has only SipHash-2-4.
#pragma once

#include <cstdint>
#include <string_view>

namespace pgplumb {

std::uint64_t siphash_1_3(std::string_view bytes);

}  // namespace pgplumb
