// PostgreSQL's error codes under the names of its errcodes.txt: those that a replayed statement can meet.
#pragma once

namespace pgplumb::sqlstate {

inline constexpr const char* cannot_coerce = "42846";
inline constexpr const char* datatype_mismatch = "42804";
inline constexpr const char* dependent_objects_still_exist = "2BP01";
inline constexpr const char* duplicate_column = "42701";
inline constexpr const char* duplicate_function = "42723";
inline constexpr const char* duplicate_object = "42710";
inline constexpr const char* duplicate_schema = "42P06";
inline constexpr const char* duplicate_table = "42P07";
inline constexpr const char* feature_not_supported = "0A000";
inline constexpr const char* invalid_column_definition = "42611";
inline constexpr const char* invalid_foreign_key = "42830";
inline constexpr const char* invalid_grant_operation = "0LP01";
inline constexpr const char* invalid_object_definition = "42P17";
inline constexpr const char* invalid_parameter_value = "22023";
inline constexpr const char* invalid_schema_name = "3F000";
inline constexpr const char* invalid_table_definition = "42P16";
inline constexpr const char* name_too_long = "42622";
inline constexpr const char* not_null_violation = "23502";
inline constexpr const char* object_not_in_prerequisite_state = "55000";
inline constexpr const char* raise_exception = "P0001";
inline constexpr const char* syntax_error = "42601";
inline constexpr const char* undefined_column = "42703";
inline constexpr const char* undefined_function = "42883";
inline constexpr const char* undefined_object = "42704";
inline constexpr const char* undefined_table = "42P01";
inline constexpr const char* unique_violation = "23505";
inline constexpr const char* wrong_object_type = "42809";

}  // namespace pgplumb::sqlstate
