# Warnings and definitions that every target of ours shares. Warnings are errors.
add_library(atelier_options INTERFACE)
target_compile_options(atelier_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Werror
    # g++ 12 sees overlapping copies in std::string's operator+ where there are none (GCC bug 105651).
    -Wno-restrict
    # A unity build joins files that never meet: what one calls by a name, or hides in an anonymous namespace, is then
    # seen by others. The dev build judges these.
    $<$<BOOL:${CMAKE_UNITY_BUILD}>:-Wno-shadow -Wno-subobject-linkage>)
target_compile_definitions(atelier_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    # Asio's fences are unknown to ThreadSanitizer, which refuses to compile them.
    $<$<BOOL:${ATELIER_TSAN}>:BOOST_ASIO_DISABLE_FENCED_BLOCK>)

# atelier_layer(NAME SOURCES … [PUBLIC …] [PRIVATE …]): the static library of the folder it is called in.
function(atelier_layer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(atelier_${name} STATIC ${ARG_SOURCES})
    target_include_directories(atelier_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(atelier_${name} PUBLIC ${ARG_PUBLIC} PRIVATE atelier_options ${ARG_PRIVATE})
endfunction()

# atelier_embed(TARGET QRC [DEPENDS …]): what a .qrc names, within a static library; Q_INIT_RESOURCE by the file's name
# brings it in. rcc reads the .qrc only when it is built, which suits those that are made.
function(atelier_embed target qrc)
    cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
    get_filename_component(name ${qrc} NAME_WE)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}_resource.cpp)
    add_custom_command(OUTPUT ${source}
        COMMAND Qt6::rcc --name ${name} --output ${source} ${qrc}
        DEPENDS ${qrc} ${ARG_DEPENDS} VERBATIM)
    set_source_files_properties(${source} PROPERTIES SKIP_AUTOMOC ON SKIP_UNITY_BUILD_INCLUSION ON COMPILE_OPTIONS -w)
    target_sources(${target} PRIVATE ${source})
endfunction()

# atelier_test(NAME SOURCES … LIBS …): one GoogleTest program; each of its tests is one test of ctest.
function(atelier_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE atelier_options atelier_test_support ${ARG_LIBS} GTest::gmock GTest::gtest_main)
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT ${ARG_TIMEOUT})
endfunction()
