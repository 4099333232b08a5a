#include "core/system/PythonInstallation.h"

#include "core/system/Process.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(PythonInstallation, IsWhatTheInterpreterSaysOfItself)
{
    SpawnRequest request;
    request.arguments = {"/usr/bin/python3", "--version"};
    const auto said = runAndCapture(std::move(request), std::chrono::seconds(20));
    ASSERT_TRUE(said);
    const PythonInstallation python = findPython();
    EXPECT_EQ(python.path, "/usr/bin/python3");
    EXPECT_EQ("Python " + python.version + "\n", said->output);
    EXPECT_EQ(python.error, "");
}
