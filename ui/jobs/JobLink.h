#pragma once

#include "ui/widgets/Button.h"

namespace atelier::ui {

/// A link to a job, whose name may be too long for any place.
class JobLink : public Button
{
    Q_OBJECT

public:
    explicit JobLink(QStringView icon = {}, QWidget *parent = nullptr);

    /// `text` has a %1 where the name stands.
    void setJob(const QString &text, const QString &name);
};

} // namespace atelier::ui
