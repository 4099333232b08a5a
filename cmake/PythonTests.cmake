# atelier_python_test(FILE [TIMEOUT seconds] [ENVIRONMENT NAME=value …]): each TestCase class of a unittest file is one
# test of ctest, run by Debian's Python whatever comes first on PATH. Their label `not-compiled` says that a sanitizer
# build has nothing to add to them.
function(atelier_python_test file)
    cmake_parse_arguments(ARG "" "TIMEOUT" "ENVIRONMENT" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(module ${file} NAME_WE)
    file(STRINGS ${file} classes REGEX "^class [A-Za-z0-9_]+\\(.*TestCase\\):")
    foreach(line ${classes})
        string(REGEX REPLACE "^class ([A-Za-z0-9_]+).*" "\\1" class "${line}")
        add_test(NAME ${module}.${class}
            COMMAND /usr/bin/python3 -B -m unittest -v ${module}.${class}
            WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        set_tests_properties(${module}.${class} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS not-compiled
            ENVIRONMENT "${ARG_ENVIRONMENT}" SKIP_REGULAR_EXPRESSION "OK \\(skipped=")
    endforeach()
endfunction()
