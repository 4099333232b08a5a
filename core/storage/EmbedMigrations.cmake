# Writes a C++ source that holds every migrations/NNNN_name.sql: cmake -DOUTPUT=… -DFILES=a;b -P EmbedMigrations.cmake
set(entries "")
set(expected 1)
foreach(file IN LISTS FILES)
    get_filename_component(stem ${file} NAME_WE)
    if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
        message(FATAL_ERROR "${file}: a migration is named 0001_what_it_does.sql")
    endif()
    set(name ${CMAKE_MATCH_2})
    math(EXPR version "1${CMAKE_MATCH_1} - 10000")
    if(NOT version EQUAL expected)
        message(FATAL_ERROR "${file}: migration ${expected} is missing")
    endif()
    math(EXPR expected "${expected} + 1")
    file(READ ${file} sql)
    string(APPEND entries "    {${version}, \"${name}\", R\"~~sql~~(${sql})~~sql~~\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"core/storage/Migrations.h\"

namespace atelier {

namespace {

constexpr Migration all[] = {
${entries}};

} // namespace

std::span<const Migration> workspaceMigrations()
{
    return all;
}

} // namespace atelier
")
