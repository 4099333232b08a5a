#pragma once

#include <QProxyStyle>

namespace atelier::ui {

/// Fusion painted with our tokens. There is no application style sheet: palettes, fonts and this style keep
/// working, and a theme switch is one change of palette. Each family of controls is painted in a file of its
/// own below style/.
class StudioStyle : public QProxyStyle
{
    Q_OBJECT

public:
    StudioStyle();
};

} // namespace atelier::ui
