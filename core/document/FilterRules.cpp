#include "core/document/FilterGrammar.h"

namespace atelier {

const FilterRules &runFilterRules()
{
    static const FilterRules rules{{
                                       {{"run_id"}, false, true},
                                       {{"run_name", "run name", "Run name", "Run Name"}},
                                       {{"status"}},
                                       {{"artifact_uri"}},
                                       {{"user_id"}},
                                       {{"lifecycle_stage"}},
                                       {{"experiment_id"}},
                                       {{"start_time", "created", "Created"}, true},
                                       {{"end_time"}, true},
                                   },
        {FilterEntity::Metric, FilterEntity::Parameter, FilterEntity::Tag, FilterEntity::Dataset}};
    return rules;
}

const FilterRules &experimentFilterRules()
{
    static const FilterRules rules{{
                                       {{"name"}},
                                       {{"experiment_id"}},
                                       {{"creation_time"}, true},
                                       {{"last_update_time"}, true},
                                   },
        {FilterEntity::Tag}};
    return rules;
}

} // namespace atelier
