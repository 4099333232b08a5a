#include "core/domain/Port.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(Port, TypesAndModesAreFoundByTheirNames)
{
    for (int i = 0; i <= static_cast<int>(PortType::Boolean); ++i)
        EXPECT_EQ(portTypeFromName(name(static_cast<PortType>(i))), static_cast<PortType>(i));
    for (int i = 0; i <= static_cast<int>(AccessMode::Link); ++i)
        EXPECT_EQ(accessModeFromName(name(static_cast<AccessMode>(i))), static_cast<AccessMode>(i));
    EXPECT_EQ(accessModeFromName("mount"), AccessMode::RwMount);
    EXPECT_FALSE(portTypeFromName("Integer"));
}

TEST(Port, AFolderTakesAModelButNotAFile)
{
    EXPECT_TRUE(canConnect(PortType::MlflowModel, PortType::UriFolder));
    EXPECT_FALSE(canConnect(PortType::UriFile, PortType::UriFolder));
    EXPECT_FALSE(canConnect(PortType::UriFolder, PortType::UriFile));
}

TEST(Port, EveryLiteralCanBeReadAsText)
{
    EXPECT_TRUE(canConnect(PortType::Integer, PortType::String));
    EXPECT_FALSE(canConnect(PortType::String, PortType::Integer));
    EXPECT_FALSE(canConnect(PortType::UriFile, PortType::String));
}
